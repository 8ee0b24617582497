using System.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 35 and 38 of ARDUPILOT.md: MAVFTP as the firmware serves it.</summary>
public sealed class FileTransferTests
{
    private const byte Ack = 128, Nak = 129, EndOfFile = 6;

    private ushort seq;

    [Fact]
    public void A_script_written_in_parts_reads_back_equal()
    {
        var ground = Started();
        var script = Encoding.ASCII.GetBytes(new string('x', 190));
        Ask(ground, 6, 0, "scripts/a.lua").Opcode.ShouldBe(Ack);
        Ask(ground, 7, 0, script[..100]).Opcode.ShouldBe(Ack);
        Ask(ground, 7, 100, script[100..]).Opcode.ShouldBe(Ack);
        Ask(ground, 1, 0, "").Opcode.ShouldBe(Ack);
        BitConverter.ToInt32(Ask(ground, 4, 0, "scripts/a.lua").Data).ShouldBe(190);
        Ask(ground, 5, 0, new byte[200]).Data.ShouldBe(script);
    }

    [Fact]
    public void The_packed_parameters_end_sooner_than_their_stated_size()
    {
        var ground = Started();
        var stated = BitConverter.ToInt32(Ask(ground, 4, 0, "@PARAM/param.pck").Data);
        var (got, error) = ReadAll(ground);
        error.ShouldBe(EndOfFile);
        got.Count.ShouldBeLessThan(stated);
        BitConverter.ToUInt16([.. got.Take(2)]).ShouldBe((ushort)0x671B);
    }

    [Fact]
    public void Without_a_mission_its_file_has_ten_bytes_of_a_stated_mebibyte()
    {
        var ground = Started();
        BitConverter.ToInt32(Ask(ground, 4, 0, "@MISSION/mission.dat").Data).ShouldBe(1 << 20);
        ReadAll(ground).Bytes.Count.ShouldBe(10);
    }

    [Fact]
    public void The_system_folder_can_be_listed_the_mission_folder_not_and_a_folder_made_once_only()
    {
        var ground = Started();
        Ask(ground, 3, 0, "@SYS").Opcode.ShouldBe(Ack);
        Ask(ground, 3, 0, "@MISSION").Opcode.ShouldBe(Nak);
        Ask(ground, 9, 0, "scripts").Opcode.ShouldBe(Nak);
        Ask(ground, 9, 0, "fresh").Opcode.ShouldBe(Ack);
    }

    private static GroundStation Started()
    {
        var ground = GroundStation.Of();
        ground.Run(2);
        return ground;
    }

    private (List<byte> Bytes, byte Error) ReadAll(GroundStation ground)
    {
        var bytes = new List<byte>();
        while (true)
        {
            var (opcode, data) = Ask(ground, 5, (uint)bytes.Count, new byte[200]);
            if (opcode == Nak) return (bytes, data[0]);
            bytes.AddRange(data);
        }
    }

    private (byte Opcode, byte[] Data) Ask(GroundStation ground, byte opcode, uint offset, string path) =>
        Ask(ground, opcode, offset, Encoding.ASCII.GetBytes(path));

    private (byte Opcode, byte[] Data) Ask(GroundStation ground, byte opcode, uint offset, byte[] data)
    {
        byte[] payload = [(byte)seq, (byte)(seq >> 8), 0, opcode, (byte)data.Length, 0, 0, 0, .. BitConverter.GetBytes(offset), .. data];
        seq++;
        var message = new FileTransferProtocol { TargetSystem = 1, TargetComponent = 1 };
        for (var i = 0; i < payload.Length; i++) message.Payload[i] = payload[i];
        ground.Send(message);
        var answer = ground.All<FileTransferProtocol>().Last();
        var got = new byte[answer.Payload[4]];
        for (var i = 0; i < got.Length; i++) got[i] = answer.Payload[12 + i];
        return (answer.Payload[3], got);
    }
}
