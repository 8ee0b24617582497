using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.Telemetry;

/// <summary>Long texts arrive in chunks of 50 bytes.</summary>
public sealed class StatusTexts
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Fifty = new('a', 50);

    private readonly StatusTextJoiner joiner = new();
    private readonly List<StatusLine> lines = [];

    [Fact]
    public void A_short_text_is_a_line_at_once()
    {
        Add(0, 0, "PreArm: Need Position Estimate");
        lines.Single().ShouldBe(new StatusLine(1, 1, MavSeverity.Warning, "PreArm: Need Position Estimate"));
    }

    [Fact]
    public void Chunks_are_joined_in_any_order()
    {
        Add(7, 1, new string('b', 50));
        Add(7, 2, "c");
        lines.ShouldBeEmpty();
        Add(7, 0, Fifty);
        lines.Single().Text.ShouldBe(Fifty + new string('b', 50) + "c");
    }

    [Fact]
    public void A_text_of_exactly_fifty_bytes_ends_with_an_empty_chunk()
    {
        Add(7, 0, Fifty);
        Add(7, 1, "");
        lines.Single().Text.ShouldBe(Fifty);
    }

    [Fact]
    public void A_character_across_two_chunks_is_whole_again()
    {
        var bytes = "喷"u8;
        Add(7, 0, [.. new byte[49].Select(_ => (byte)'a'), bytes[0]]);
        Add(7, 1, bytes[1..].ToArray());
        lines.Single().Text.ShouldBe(new string('a', 49) + "喷");
    }

    [Fact]
    public void A_line_that_stays_incomplete_comes_late_with_its_gaps_marked()
    {
        Add(7, 0, Fifty);
        Add(7, 2, "end");
        joiner.GiveOutOverdue(Noon.AddSeconds(1), lines);
        lines.ShouldBeEmpty();
        joiner.GiveOutOverdue(Noon.AddSeconds(2), lines);
        lines.Single().Text.ShouldBe(Fifty + "…end");
        joiner.GiveOutOverdue(Noon.AddSeconds(9), lines);
        lines.Count.ShouldBe(1);
    }

    [Fact]
    public void A_chunk_number_seen_before_begins_the_next_line()
    {
        Add(7, 0, Fifty);
        Add(7, 0, "new");
        lines.Select(l => l.Text).ShouldBe([Fifty + "…", "new"]);
    }

    [Fact]
    public void Lines_of_two_vehicles_do_not_mix()
    {
        Add(7, 0, Fifty, systemId: 1);
        Add(7, 1, "x", systemId: 2);
        lines.ShouldBeEmpty();
    }

    [Fact]
    public void Lines_that_never_end_do_not_fill_the_memory()
    {
        for (ushort id = 1; id <= 1000; id++) Add(id, 0, Fifty);
        lines.Count.ShouldBe(1000 - 32);
    }

    private void Add(ushort id, byte chunk, string text, byte systemId = 1) => Add(id, chunk, System.Text.Encoding.UTF8.GetBytes(text), systemId);

    private void Add(ushort id, byte chunk, byte[] text, byte systemId = 1)
    {
        var message = new Statustext { Severity = MavSeverity.Warning, Id = id, ChunkSeq = chunk };
        text.CopyTo(message.Text);
        joiner.Add(systemId, 1, message, Noon, lines);
    }
}
