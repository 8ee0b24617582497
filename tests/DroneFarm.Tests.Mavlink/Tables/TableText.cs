using DroneFarm.Mavlink.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DroneFarm.Tests.Mavlink.Tables;

/// <summary>A table that stands in a test, and what the generator makes of it.</summary>
internal sealed class TableText(string text) : AdditionalText
{
    public override string Path => "Dialect/test.mavtable";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    public GeneratorDriver Generate(Compilation? compilation = null) => CSharpGeneratorDriver
        .Create([new DialectGenerator().AsSourceGenerator()], [this], driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
        .RunGenerators(compilation ?? CSharpCompilation.Create("test"));

    public string Source(string file) => Generate().GetRunResult().GeneratedTrees.Single(t => t.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();
}
