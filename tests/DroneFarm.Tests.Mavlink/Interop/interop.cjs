// The other end for the interop tests: node-mavlink reads what we wrote, and writes what we read.
//   node interop.cjs read PASSPHRASE     frames on stdin -> one JSON object a line on stdout
//   node interop.cjs write PASSPHRASE    -> frames on stdout: packet i by the rule in make(i)
const { MavLinkPacketParser, MavLinkPacketSignature, MavLinkPacketSplitter, MavLinkProtocolV1, MavLinkProtocolV2, minimal, common } = require('node-mavlink')

const [verb, passphrase] = process.argv.slice(2)
const key = MavLinkPacketSignature.key(passphrase)
const registry = { ...minimal.REGISTRY, ...common.REGISTRY }
const COUNT = 400

function read() {
  process.stdin.pipe(new MavLinkPacketSplitter()).pipe(new MavLinkPacketParser()).on('data', packet => {
    const fields = packet.protocol.data(packet.payload, registry[packet.header.msgid])
    const { msgid: id, seq, sysid: system, compid: component } = packet.header
    const signed = packet.signature ? packet.signature.matches(key) : null
    const line = { id, seq, system, component, version: packet.protocol instanceof MavLinkProtocolV1 ? 1 : 2, signed, fields }
    console.log(JSON.stringify(line, (_, value) => (typeof value === 'bigint' ? value.toString() : value)))
  })
}

function make(i) {
  if (i % 3 === 0) {
    const m = new minimal.Heartbeat()
    Object.assign(m, { customMode: i, type: 13, autopilot: 3, baseMode: 128, systemStatus: 4, mavlinkVersion: 3 })
    return m
  }
  if (i % 3 === 1) {
    const m = new common.ParamValue()
    Object.assign(m, { paramId: `PARAM_${i}`, paramValue: i / 4, paramType: 9, paramCount: COUNT, paramIndex: i })
    return m
  }
  const m = new common.CommandLong()
  Object.assign(m, { targetSystem: 1, targetComponent: 1, command: 216, confirmation: 0, _param1: i % 2, _param7: i })
  return m
}

function write() {
  const v1 = new MavLinkProtocolV1(9, 77)
  const v2 = new MavLinkProtocolV2(9, 77)
  const toSign = new MavLinkProtocolV2(9, 77, MavLinkProtocolV2.IFLAG_SIGNED)
  const begun = Date.UTC(2026, 5, 1)
  for (let i = 0; i < COUNT; i++) {
    const message = make(i)
    const seq = i % 256
    if (i % 4 === 0) process.stdout.write(v1.serialize(message, seq))
    else if (i % 4 === 1) process.stdout.write(v2.serialize(message, seq))
    else process.stdout.write(toSign.sign(toSign.serialize(message, seq), 5, key, begun + i))
  }
}

if (verb === 'read') read()
else write()
