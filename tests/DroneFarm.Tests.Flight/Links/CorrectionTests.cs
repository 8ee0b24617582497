using System.Net;
using System.Net.Sockets;
using System.Text;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Links.Corrections;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Links;

public sealed class CorrectionTests
{
    /// <summary>The example of a message 1005 in RTCM 10403, with its checksum.</summary>
    private static readonly byte[] Message1005 = Convert.FromHexString("D300133ED7D30202980EDEEF34B4BD62AC0941986F33360B98");

    [Fact]
    public void The_standards_own_example_is_found_wherever_the_stream_is_cut_and_junk_is_passed_over()
    {
        byte[] stream = [1, 0xD3, 0xFF, .. Message1005, 0xD3, 0, 2, 9, .. Message1005];
        for (var cut = 0; cut <= stream.Length; cut++)
        {
            var scanner = new RtcmScanner();
            List<byte[]> found = [.. scanner.Feed(stream.AsSpan(0, cut)), .. scanner.Feed(stream.AsSpan(cut))];
            found.Count.ShouldBe(2, $"cut at {cut}");
            found.ShouldAllBe(m => m.SequenceEqual(Message1005));
            scanner.Junk.ShouldBe(7);
        }

        RtcmScanner.TypeOf(Message1005).ShouldBe(1005);
    }

    [Fact]
    public void A_message_with_one_wrong_bit_is_none()
    {
        byte[] damaged = [.. Message1005];
        damaged[8] ^= 4;
        new RtcmScanner().Feed([.. damaged, .. Message1005]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(25, new[] { 25 })]
    [InlineData(179, new[] { 179 })]
    [InlineData(180, new[] { 180, 0 })]
    [InlineData(181, new[] { 180, 1 })]
    [InlineData(360, new[] { 180, 180, 0 })]
    [InlineData(719, new[] { 180, 180, 180, 179 })]
    [InlineData(720, new[] { 180, 180, 180, 180 })]
    public void A_message_is_cut_into_fragments_whose_last_is_short(int length, int[] parts)
    {
        byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        var fragments = RtcmFragments.Of(message, sequence: 37);
        fragments.Select(f => (int)f.Len).ShouldBe(parts);
        fragments.SelectMany(f => ((ReadOnlySpan<byte>)f.Data)[..f.Len].ToArray()).ShouldBe(message);
        fragments.Select(f => f.Flags & 1).ShouldAllBe(bit => bit == (parts.Length > 1 ? 1 : 0));
        fragments.Select(f => (f.Flags >> 1) & 3).ShouldBe(Enumerable.Range(0, parts.Length));
        fragments.ShouldAllBe(f => f.Flags >> 3 == 5);
    }

    [Fact]
    public void A_message_that_four_fragments_do_not_hold_is_too_long() => RtcmFragments.IsTooLong(new byte[721]).ShouldBeTrue();

    [Fact]
    public async Task Corrections_come_from_a_caster_that_knows_the_user()
    {
        using var caster = new TcpListener(IPAddress.Loopback, 0);
        caster.Start();
        var got = new TaskCompletionSource<GpsRtcmData>();
        CorrectionUrl.TryParse($"ntrip://field:pa%20ss@127.0.0.1:{((IPEndPoint)caster.LocalEndpoint).Port}/NANTONG", out var url, out _).ShouldBeTrue();
        await using var feed = new CorrectionFeed(url, data => got.TrySetResult(data), TimeProvider.System);
        using var client = await caster.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var request = await ReadAsync(client);
        request.ShouldStartWith("GET /NANTONG HTTP/1.0\r\n");
        request.ShouldContain("Authorization: Basic " + Convert.ToBase64String("field:pa ss"u8.ToArray()) + "\r\n");
        await client.GetStream().WriteAsync((byte[])[.. "ICY 200 OK\r\n\r\n"u8, .. Message1005], TestContext.Current.CancellationToken);
        var data = await got.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        ((ReadOnlySpan<byte>)data.Data)[..data.Len].ToArray().ShouldBe(Message1005);
    }

    [Fact]
    public async Task A_caster_that_refuses_is_quoted_and_the_password_is_not()
    {
        using var caster = new TcpListener(IPAddress.Loopback, 0);
        caster.Start();
        CorrectionUrl.TryParse($"ntrip://field:secret@127.0.0.1:{((IPEndPoint)caster.LocalEndpoint).Port}/X", out var url, out _).ShouldBeTrue();
        await using var feed = new CorrectionFeed(url, _ => { }, TimeProvider.System);
        using var client = await caster.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await ReadAsync(client);
        await client.GetStream().WriteAsync("HTTP/1.1 401 Unauthorized\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        while (feed.Counts.LastFault is null) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        feed.Counts.LastFault.Message.ShouldContain("401 Unauthorized");
        url.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Corrections_come_from_a_file_and_end_with_it()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [.. Message1005, 1, 2, 3, .. Message1005], TestContext.Current.CancellationToken);
        var sequences = new List<int>();
        await using (var feed = new CorrectionFeed(new CorrectionUrl(null, null, path), data => sequences.Add(data.Flags >> 3), TimeProvider.System))
        {
            await feed.Completion.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            feed.Counts.ShouldSatisfyAllConditions(c => c.Messages.ShouldBe(2), c => c.JunkBytes.ShouldBe(3));
        }

        sequences.ShouldBe([0, 1]);
        File.Delete(path);
    }

    [Theory]
    [InlineData("ntrip://host:2101")]
    [InlineData("udp://:14550")]
    [InlineData("file:")]
    [InlineData("http://host/x")]
    [InlineData("ntrip://me:secret@/")]
    public void What_is_no_source_of_corrections_is_said_without_the_password(string text)
    {
        CorrectionUrl.TryParse(text, out _, out var error).ShouldBeFalse();
        foreach (var language in Enum.GetValues<Core.Text.Language>()) Core.Text.Phrasebook.Core.Say(error, language).ShouldNotContain("secret");
    }

    private static async Task<string> ReadAsync(TcpClient client)
    {
        var (buffer, text) = (new byte[1024], "");
        while (!text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            text += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken));
        return text;
    }
}
