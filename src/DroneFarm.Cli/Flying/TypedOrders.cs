using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;

namespace DroneFarm.Cli.Flying;

/// <summary>
/// What the pilot types while vehicles fly, a line each: Enter says that a tank was filled; a word, with a vehicle's number or without for all, is an order.
/// Where nothing can be typed (a file at its end) tanks count as filled, so that a flight without a terminal goes on.
/// </summary>
/// <param name="input">Read on a thread of its own, which a terminal may hold for ever.</param>
/// <param name="answer">Told what became of each line that is no Enter.</param>
internal sealed class TypedOrders(TextReader input, Screen screen, Action<string> answer)
{
    private static readonly Dictionary<string, FlightOrder> Words = new()
    {
        ["cli.order.pause"] = new FlightOrder(FlightOrderKind.Pause),
        ["cli.order.go"] = new FlightOrder(FlightOrderKind.Resume),
        ["cli.order.accept"] = new FlightOrder(FlightOrderKind.Resume, Answers: true),
        ["cli.order.return"] = new FlightOrder(FlightOrderKind.Return),
        ["cli.order.stop"] = new FlightOrder(FlightOrderKind.Stop),
    };

    private readonly Lock gate = new();

    /// <summary>Held while an order is given, so that none reaches a flight that is over.</summary>
    private readonly Lock obeying = new();
    private readonly Queue<TaskCompletionSource> unfilled = [];
    private bool isEnded;

    /// <param name="order">Gives an order to the vehicle of a number; null when it was taken, else why not.</param>
    /// <returns>Disposed when the flight is over: what is typed from then on orders nothing.</returns>
    public IDisposable Listen(IReadOnlyCollection<int> vehicles, Func<int, FlightOrder, Task<Phrase?>> order)
    {
        if (input != TextReader.Null) answer(screen.Text("cli.fly.orders", Known, screen.Text("cli.order.accept")));
        var flight = new Listening(this);
        new Thread(() => Read(flight, vehicles, order)) { IsBackground = true, Name = "typed orders" }.Start();
        return flight;
    }

    /// <summary>Until Enter is pressed for this tank; tanks are filled in the order they were asked for.</summary>
    public Task FilledAsync(CancellationToken cancel)
    {
        var filled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (isEnded) return Task.CompletedTask;
            unfilled.Enqueue(filled);
        }

        return filled.Task.WaitAsync(cancel);
    }

    private string Known => string.Join(", ", Words.Keys.Select(w => screen.Text(w)));

    private void Read(Listening flight, IReadOnlyCollection<int> vehicles, Func<int, FlightOrder, Task<Phrase?>> order)
    {
        while (input.ReadLine() is { } line)
        {
            lock (obeying)
            {
                if (flight.IsOver) return;
                if (line.AsSpan().Trim().IsEmpty) Fill();
                else Obey(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), vehicles, order);
            }
        }

        lock (gate)
        {
            isEnded = true;
            while (unfilled.TryDequeue(out var filled)) filled.TrySetResult();
        }
    }

    private void Fill()
    {
        lock (gate)
        {
            if (unfilled.TryDequeue(out var filled)) filled.TrySetResult();
        }
    }

    private void Obey(string[] typed, IReadOnlyCollection<int> vehicles, Func<int, FlightOrder, Task<Phrase?>> order)
    {
        var known = Words.FirstOrDefault(w => IsWord(w.Key, typed[0])).Value;
        var number = typed.Length == 2 && int.TryParse(typed[1], out var n) ? n : (int?)null;
        if (known is not null && number is { } absent && !vehicles.Contains(absent))
        {
            answer(screen.Text("cli.order.no-vehicle", $"{absent}"));
            return;
        }

        if (known is null || typed.Length > 2 || (typed.Length == 2 && number is null))
        {
            answer(screen.Text("cli.order.unknown", string.Join(' ', typed), Known));
            return;
        }

        foreach (var vehicle in number is { } one ? [one] : vehicles)
        {
            var refused = order(vehicle, known).GetAwaiter().GetResult();
            var said = refused is null ? screen.Text("cli.order.taken") : refused.Key == "flight.order-out-of-place" ? screen.Text("cli.order.out-of-place") : Phrasebook.Core.Say(refused, screen.Language);
            answer(screen.Text("cli.order.answer", $"{vehicle}", screen.Text(Words.First(w => w.Value == known).Key), said));
        }
    }

    /// <summary>In either language, whichever the screen speaks.</summary>
    private static bool IsWord(string key, string typed) =>
        Enum.GetValues<Language>().Any(l => string.Equals(Screen.Sentence(l, key), typed, StringComparison.OrdinalIgnoreCase));

    private sealed class Listening(TypedOrders orders) : IDisposable
    {
        public bool IsOver { get; private set; }

        public void Dispose()
        {
            lock (orders.obeying) IsOver = true;
        }
    }
}
