-- DroneFarm sprayer rate: lets a mission change the application rate on its way.
--
-- ArduCopter's sprayer runs its pump at ground speed x SPRAY_PUMP_RATE, so that the dose stays whatever the speed, and no mission item changes that
-- parameter. A mission made from a prescription carries DO_SEND_SCRIPT_MESSAGE items instead: param1 5022, param2 the flow in L/min for each m/s of
-- ground speed (application rate L/ha x swath width m x 0.006). This script turns them into SPRAY_PUMP_RATE, in memory only.
--
-- DFR_FULL_LPM is what the pump gives at 100 %, in L/min: the ground station sets it before each sortie, and a vehicle that does not know it has no
-- script and is not given such a mission. With 0 in it, or a flow that no pump gives, the pump rate becomes 0: no spray rather than a wrong dose.
--
-- Install as APM/scripts/sprayer_rate.lua beside sprayer_guard.lua, with SCR_ENABLE 1. Needs ArduPilot 4.6.

local MESSAGE = 5022
local PERIOD_MS = 50
local SEVERITY_INFO = 6
local SEVERITY_ERROR = 3
local TABLE_KEY = 72
local TABLE_PREFIX = "DFR_"

assert(param:add_table(TABLE_KEY, TABLE_PREFIX, 1), "sprayer rate: no room for its parameter")
assert(param:add_param(TABLE_KEY, 1, "FULL_LPM", 0), "sprayer rate: no room for its parameter")

local full_lpm = Parameter("DFR_FULL_LPM")
local pump_rate = Parameter("SPRAY_PUMP_RATE")

local function obey(flow_lpm_per_mps)
  local full = full_lpm:get()
  local percent = (full and full > 0) and (100 * flow_lpm_per_mps / full) or -1
  if percent >= 0 and percent <= 100 then
    pump_rate:set(percent)
    return
  end
  pump_rate:set(0)
  gcs:send_text(SEVERITY_ERROR, string.format("sprayer rate: %.3f L/min per m/s refused", flow_lpm_per_mps))
end

local function update()
  while true do
    local time_ms, id, flow_lpm_per_mps = mission_receive()
    if not time_ms then break end
    if id == MESSAGE then obey(flow_lpm_per_mps) end
  end
  return update, PERIOD_MS
end

gcs:send_text(SEVERITY_INFO, "sprayer rate: running")
return update, PERIOD_MS
