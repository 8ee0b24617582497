using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>A part of a record's contents, the same on paper and on a web page. An empty title means none.</summary>
internal abstract record Block(Caption Title);

/// <summary>The few figures that a reader looks for first.</summary>
internal sealed record Tiles(IReadOnlyList<Tile> Items) : Block(default(Caption));

/// <param name="Beside">A smaller line that puts the figure in its place.</param>
internal sealed record Tile(Caption Label, string Value, string Unit, string Beside);

/// <summary>Labels with a value each.</summary>
internal sealed record Facts(Caption Title, IReadOnlyList<Fact> Items) : Block(Title);

internal sealed record Fact(Caption Label, string Value);

/// <summary>A table.</summary>
/// <param name="Empty">What is said when there is no row.</param>
/// <param name="Note">Below the table; may be empty.</param>
internal sealed record Grid(Caption Title, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, Caption Empty, string Note = "") : Block(Title);

/// <param name="Weight">Share of the table's width.</param>
internal sealed record Column(Caption Header, float Weight, bool IsNumber = true);

internal sealed record Row(IReadOnlyList<string> Cells, Tone Tone = Tone.Plain)
{
    public static Row Of(params string[] cells) => new(cells);
}

/// <summary>How a row of a table stands out.</summary>
internal enum Tone
{
    Plain,
    Total,
    Warning,
    Error,
}

/// <summary>The coverage map.</summary>
internal sealed record MapBlock(Caption Title) : Block(Title);

/// <summary>A drawing that is no coverage map: a chart, or the map of a season.</summary>
internal sealed record PictureBlock(Caption Title, Ink.IPicture Picture) : Block(Title);

/// <summary>Sentences.</summary>
internal sealed record Remarks(Caption Title, IReadOnlyList<string> Lines) : Block(Title);

/// <summary>Lines to sign on, each with a date.</summary>
internal sealed record Signatures(Caption Title, IReadOnlyList<Caption> Roles, Caption Date) : Block(Title);
