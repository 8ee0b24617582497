-- DroneFarm sprayer guard: no spraying unless the vehicle is armed and in AUTO.
--
-- DO_SPRAYER is a permission that ArduCopter keeps through every mode change, failsafe, landing and disarming, so a vehicle that
-- leaves its swath with the pump permitted sprays all the way home (measured: 186 m). Nobody on the ground can stop it when the link
-- is what was lost. This script can: it takes the permission away ten times a second wherever spraying is not meant.
-- The mission's own tail (DO_LAND_START, DO_SPRAYER 0, RTL) covers failsafes only; both together are the rule.
--
-- Install as APM/scripts/sprayer_guard.lua with SCR_ENABLE 1. Needs ArduPilot 4.6 (gcs:run_command_int).

local MODE_AUTO = 3        -- Copter's custom_mode; AUTO_RTL (27) is not AUTO: nothing is sprayed on the way home
local CMD_DO_SPRAYER = 216 -- MAV_CMD_DO_SPRAYER
local PERIOD_MS = 100
local SEVERITY_INFO = 6
local SEVERITY_WARNING = 4
local RESULT_ACCEPTED = 0

local refused = false

local function spraying_is_meant()
  return arming:is_armed() and vehicle:get_mode() == MODE_AUTO
end

local function update()
  if not spraying_is_meant() then
    local result = gcs:run_command_int(CMD_DO_SPRAYER, { p1 = 0 })
    if result ~= RESULT_ACCEPTED and not refused then
      refused = true
      gcs:send_text(SEVERITY_WARNING, "sprayer guard: DO_SPRAYER refused")
    end
  end
  return update, PERIOD_MS
end

gcs:send_text(SEVERITY_INFO, "sprayer guard: running")
return update, PERIOD_MS
