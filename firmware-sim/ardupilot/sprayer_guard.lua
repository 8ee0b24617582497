-- DroneFarm sprayer guard: no spraying unless the vehicle is armed, in AUTO, and on a spray leg of its mission.
--
-- DO_SPRAYER is a permission that ArduCopter keeps through every mode change, failsafe, landing and disarming, so a vehicle that
-- leaves its swath with the pump permitted sprays all the way home (measured: 186 m). Nobody on the ground can stop it when the link
-- is what was lost. This script can. It only ever switches off.
--
--   not armed, or not in AUTO       DO_SPRAYER 0 ten times a second
--   AUTO, on a leg without spray    DO_SPRAYER 0 once the pump was seen running at two looks in a row
--   AUTO, on a spray leg            left alone
--
-- A spray leg is the way to a waypoint whose last DO_SPRAYER before it in the mission says 1. In AUTO an order is given only against a pump
-- that runs, and only at the second look: the mission's own DO_SPRAYER 1 and its next leg come between two looks, never between a look and its order.
--
-- Twice a second it tells NAMED_VALUE_FLOAT "DFGUARD": how often it has stopped a running pump since it was started. That it is told
-- is how a ground station knows that the script runs; the mission's own tail (DO_LAND_START, DO_SPRAYER 0, RTL) covers failsafes only.
--
-- Install as APM/scripts/sprayer_guard.lua with SCR_ENABLE 1: `dronefarm params preset spraying --script`. Needs ArduPilot 4.6.

local MODE_AUTO = 3        -- Copter's custom_mode; AUTO_RTL (27) is not AUTO: nothing is sprayed on the way home
local CMD_DO_SPRAYER = 216 -- MAV_CMD_DO_SPRAYER
local CMD_WAYPOINT, CMD_SPLINE_WAYPOINT = 16, 82
local PUMP_FUNCTION = 22   -- SERVOn_FUNCTION of a sprayer pump
local PUMP_MARGIN_US = 10
local PERIOD_MS = 100
local TELL_EVERY = 5       -- looks
local LOOKS_ASTRAY = 2
local SEVERITY_INFO = 6
local SEVERITY_WARNING = 4
local RESULT_ACCEPTED = 0

local refused, ran = false, false
local astray, looks, stopped = 0, 0, 0

local function pump_runs()
  local pulse, channel = SRV_Channels:get_output_pwm(PUMP_FUNCTION), SRV_Channels:find_channel(PUMP_FUNCTION)
  if not pulse or not channel then return false end
  local least = param:get(string.format("SERVO%d_MIN", channel + 1))
  return pulse > (least or 1000) + PUMP_MARGIN_US
end

local function on_spray_leg()
  local leg = mission:get_current_nav_index()
  local goal = mission:get_item(leg)
  if leg < 1 or not goal then return false end
  if goal:command() ~= CMD_WAYPOINT and goal:command() ~= CMD_SPLINE_WAYPOINT then return false end
  for index = leg - 1, 1, -1 do
    local item = mission:get_item(index)
    if item and item:command() == CMD_DO_SPRAYER then return item:param1() == 1 end
  end
  return false
end

local function must_stop(runs)
  if not arming:is_armed() or vehicle:get_mode() ~= MODE_AUTO then return true end
  -- The mission is read only while the pump runs: a long way back to the last order costs nothing in transit.
  astray = (runs and not on_spray_leg()) and astray + 1 or 0
  return astray >= LOOKS_ASTRAY
end

local function stop(runs)
  if runs and not ran then stopped = stopped + 1 end
  local result = gcs:run_command_int(CMD_DO_SPRAYER, { p1 = 0 })
  if result ~= RESULT_ACCEPTED and not refused then
    refused = true
    gcs:send_text(SEVERITY_WARNING, "sprayer guard: DO_SPRAYER refused")
  end
end

local function update()
  local runs = pump_runs()
  local stops = must_stop(runs)
  if stops then stop(runs) end
  ran = runs and stops
  looks = looks + 1
  if looks % TELL_EVERY == 0 then gcs:send_named_float("DFGUARD", stopped) end
  return update, PERIOD_MS
end

gcs:send_text(SEVERITY_INFO, "sprayer guard: running")
return update, PERIOD_MS
