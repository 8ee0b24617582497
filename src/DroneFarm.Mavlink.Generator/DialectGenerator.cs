using System.Collections.Immutable;
using DroneFarm.Mavlink.Generator.Emitting;
using DroneFarm.Mavlink.Generator.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DroneFarm.Mavlink.Generator;

/// <summary>
/// Turns the message tables (<c>Dialect/*.mavtable</c>) into structs, enums and look-ups. The tables' text is the only input, so an edit
/// of C# code never runs it again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DialectGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Unreadable =
        new("MAV001", "Message table cannot be read", "{0}", "Mavlink", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tables = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".mavtable", StringComparison.Ordinal))
            .Select(static (file, cancel) => (file.Path, Text: file.GetText(cancel)?.ToString() ?? ""))
            .Collect();
        context.RegisterSourceOutput(tables, static (output, tables) => Generate(output, tables));
    }

    private static void Generate(SourceProductionContext output, ImmutableArray<(string Path, string Text)> tables)
    {
        var dialect = new Dialect();
        try
        {
            foreach (var (path, text) in tables.OrderBy(t => t.Path, StringComparer.Ordinal)) TableReader.Read(path, text, dialect);
            DialectRules.Check(dialect);
        }
        catch (TableException e)
        {
            output.ReportDiagnostic(Diagnostic.Create(Unreadable, Place(e), e.Message));
            return;
        }

        output.AddSource("Enums.g.cs", EnumWriter.Write(dialect));
        output.AddSource("Messages.g.cs", MessageWriter.Write(dialect));
        output.AddSource("Arrays.g.cs", ArrayWriter.Write(dialect));
        output.AddSource("Lookups.g.cs", LookupWriter.Write(dialect));
    }

    private static Location Place(TableException e)
    {
        var start = new LinePosition(Math.Max(0, e.Line - 1), 0);
        return Location.Create(e.Path, default, new LinePositionSpan(start, start));
    }
}
