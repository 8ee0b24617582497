using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DroneFarm.Tests.Mavlink.Tables;

/// <summary>A person adds a message by writing lines into a table.</summary>
public sealed class GeneratorTests
{
    private const string Tank = """
        # Ours.
        enum TANK_STATE : What a tank is about
            0 TANK_STATE_FILLED : Ready to spray
            1 TANK_STATE_3_QUARTERS

        message TANK_LEVEL 60000 : What is left to spray
            uint8_t  state  {TANK_STATE}
            uint16_t level  [cl] unknown=UINT16_MAX : in the tank
          + char[8]  name
        """;

    [Fact]
    public void A_message_becomes_a_struct_in_wire_order_with_its_words()
    {
        var source = new TableText(Tank).Source("Messages.g.cs");
        source.ShouldContain("/// <summary>What is left to spray. TANK_LEVEL (60000).</summary>");
        source.ShouldContain("/// <summary>[cl] in the tank; unknown: UINT16_MAX</summary>\n    public ushort Level;\n    public TankState State;\n    public Text8 Name;");
        source.ShouldContain("public static int MinLength => 3;\n    public static int MaxLength => 11;");
        source.ShouldContain("static string IMessage<TankLevel>.Name => \"TANK_LEVEL\";"); // a field has the name
    }

    [Fact]
    public void An_enum_loses_the_words_its_entries_share_but_no_name_begins_with_a_digit()
    {
        var source = new TableText(Tank).Source("Enums.g.cs");
        source.ShouldContain("public enum TankState : byte");
        source.ShouldContain("Filled = 0,");
        source.ShouldContain("State3Quarters = 1,");
    }

    [Theory]
    [InlineData("message TANK_LEVEL", 1, "expected 'message NAME ID'")]
    [InlineData("message TANK_LEVEL 1\n    uint24_t level", 2, "'uint24_t' is not a wire type")]
    [InlineData("message TANK_LEVEL 1\n    uint8_t[300] level", 2, "'uint8_t[300]' is not a wire type")]
    [InlineData("message TANK_LEVEL 1\n    uint8_t level litres", 2, "cannot read 'litres'")]
    [InlineData("    uint8_t level", 1, "needs a message or enum above it")]
    [InlineData("enum TANK_STATE\n    full TANK_STATE_FULL", 2, "expected 'VALUE NAME'")]
    [InlineData("message A 1\n    uint8_t x\nmessage B 1\n    uint8_t x", 3, "B: id 1 is taken")]
    [InlineData("message A 1\n    uint8_t x\nmessage A 2\n    uint8_t x", 3, "the name A is taken")]
    [InlineData("message A 1\n    uint8_t x {NO_SUCH}", 1, "no table has the enum NO_SUCH")]
    [InlineData("enum E\n    1 E_ONE\nmessage A 1\n    float x {E}", 3, "only an integer can be a E")]
    [InlineData("message A 1\n    double[32] x", 1, "256 bytes do not fit a payload")]
    [InlineData("message A 1\n    uint8_t x\n    uint8_t x", 1, "the field x stands twice")]
    [InlineData("message A 16777216\n    uint8_t x", 1, "an id has 24 bits")]
    public void What_cannot_be_is_a_build_error_at_its_line(string table, int line, string message)
    {
        var diagnostic = new TableText(table).Generate().GetRunResult().Diagnostics.Single();
        diagnostic.Id.ShouldBe("MAV001");
        diagnostic.GetMessage().ShouldContain(message);
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(line - 1);
    }

    [Fact]
    public void An_edit_of_code_does_not_generate_again()
    {
        var compilation = CSharpCompilation.Create("test");
        var driver = new TableText(Tank).Generate(compilation).RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;")));
        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)
            .ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }
}
