using DroneFarm.Mavlink.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DroneFarm.Tests.Mavlink.Tables;

/// <summary>A table that stands in a test, and what the generator makes of it.</summary>
internal sealed class TableText(string text) : AdditionalText
{
    private static readonly GeneratorDriverOptions WithSteps = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    public override string Path => "Dialect/test.mavtable";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    public GeneratorDriver Generate(Compilation? compilation = null) => CSharpGeneratorDriver
        .Create([new DialectGenerator().AsSourceGenerator()], [this], driverOptions: WithSteps)
        .RunGenerators(compilation ?? CSharpCompilation.Create("test"));

    public string Source(string file) =>
        Generate().GetRunResult().GeneratedTrees.Single(t => t.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();
}
