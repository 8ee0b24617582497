using System.Collections.Concurrent;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;

namespace DroneFarm.Tests.Cli.Flying;

/// <summary>What is typed while vehicles fly.</summary>
public sealed class TypedOrderTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly Typing typing = new();
    private IDisposable? listening;
    private readonly ConcurrentQueue<string> answers = new();
    private readonly BlockingCollection<(int Vehicle, FlightOrder Order)> given = [];

    [Theory]
    [InlineData("pause 2", FlightOrderKind.Pause, false)]
    [InlineData(" Return  2 ", FlightOrderKind.Return, false)]
    [InlineData("go 2", FlightOrderKind.Resume, false)]
    [InlineData("accept 2", FlightOrderKind.Resume, true)]
    [InlineData("负责继续 2", FlightOrderKind.Resume, true)]
    public void A_word_and_a_number_are_an_order_to_that_vehicle(string line, FlightOrderKind kind, bool answers)
    {
        Listen();
        typing.Type(line);
        Given().ShouldBe((2, new FlightOrder(kind, Answers: answers)));
        given.Count.ShouldBe(0);
    }

    [Fact]
    public void A_word_alone_is_an_order_to_all()
    {
        Listen();
        typing.Type("stop");
        new[] { Given(), Given() }.ShouldBe([(1, new FlightOrder(FlightOrderKind.Stop)), (2, new FlightOrder(FlightOrderKind.Stop))], ignoreOrder: true);
    }

    [Theory]
    [InlineData("spray")]
    [InlineData("stop now")]
    [InlineData("go 1 2")]
    public void What_is_no_order_is_answered_and_orders_nothing(string line)
    {
        Listen();
        typing.Type(line);
        typing.Type("pause 1");
        Given().ShouldBe((1, new FlightOrder(FlightOrderKind.Pause)));
        answers.ShouldContain(a => a.Contains($"\"{line}\" is no order", StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_to_a_vehicle_that_is_not_there_says_so_and_orders_nothing()
    {
        Listen();
        typing.Type("stop 3");
        typing.Type("pause 1");
        Given().ShouldBe((1, new FlightOrder(FlightOrderKind.Pause)));
        answers.ShouldContain("There is no vehicle 3 in this flight.");
    }

    [Fact]
    public void A_refused_order_says_why()
    {
        Listen(refuse: Phrase.Of("flight.held-by-wind", "5.0", "3.3"));
        typing.Type("go 1");
        Given();
        SpinWait.SpinUntil(() => answers.Any(a => a.Contains("Wind 5.0 m/s, limit 3.3 m/s", StringComparison.Ordinal)), Soon).ShouldBeTrue();
    }

    [Fact]
    public void What_is_typed_after_the_flight_orders_nothing()
    {
        Listen();
        typing.Type("pause 1");
        Given();
        listening!.Dispose();
        typing.Type("stop");
        given.TryTake(out _, TimeSpan.FromSeconds(0.5)).ShouldBeFalse();
    }

    [Fact]
    public async Task Enter_fills_the_tank_that_waits_longest_and_an_early_one_none()
    {
        var orders = Listen();
        typing.Type("");
        typing.Type("pause 1");
        Given();
        var (first, second) = (orders.FilledAsync(TestContext.Current.CancellationToken), orders.FilledAsync(TestContext.Current.CancellationToken));
        first.IsCompleted.ShouldBeFalse();
        typing.Type("");
        await first.WaitAsync(Soon, TestContext.Current.CancellationToken);
        second.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nothing_can_be_typed_tanks_count_as_filled()
    {
        var orders = Listen();
        var asked = orders.FilledAsync(TestContext.Current.CancellationToken);
        typing.End();
        await asked.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await orders.FilledAsync(TestContext.Current.CancellationToken).WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        typing.Dispose();
        given.Dispose();
    }

    private TypedOrders Listen(Phrase? refuse = null)
    {
        var orders = new TypedOrders(typing, new Screen(Language.English), answers.Enqueue);
        listening = orders.Listen([1, 2], (vehicle, order) =>
        {
            given.Add((vehicle, order));
            return Task.FromResult(refuse);
        });
        return orders;
    }

    private (int Vehicle, FlightOrder Order) Given() => given.TryTake(out var order, Soon) ? order : throw new TimeoutException("no order came");

    /// <summary>A terminal: a line is there when it was typed.</summary>
    private sealed class Typing : TextReader
    {
        private readonly BlockingCollection<string> lines = [];

        public void Type(string line) => lines.Add(line);

        public void End() => lines.CompleteAdding();

        public override string? ReadLine() => lines.TryTake(out var line, Timeout.Infinite) ? line : null;

        protected override void Dispose(bool disposing)
        {
            lines.CompleteAdding();
            base.Dispose(disposing);
        }
    }
}
