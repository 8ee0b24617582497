using System.Globalization;

namespace DroneFarm.FirmwareSim.Autopilot.Parameters;

/// <summary>
/// All settings by name, in the order they are listed. They outlive a reboot. The SPRAY_* settings other than SPRAY_ENABLE
/// stay out of the list while that is 0 (point 29), though they are there.
/// </summary>
internal sealed class ParameterTable
{
    private static readonly Lazy<IReadOnlyList<(string Name, ParameterType Type, double Value)>> Defaults = new(ReadDefaults);
    private static readonly Lazy<IReadOnlyDictionary<string, (string Called, double PerOne)>> RenamedIn47 = new(ReadRenames);

    private readonly Dictionary<string, Parameter> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Parameter> byCalled = new(StringComparer.Ordinal);
    private readonly List<Parameter> all = [];
    private List<Parameter> listed = [];

    /// <param name="start">Values that differ from the defaults, by name; names the firmware does not know are a mistake of the caller.</param>
    /// <param name="fillers">So many further parameters, to reach the real firmware's 1,400.</param>
    /// <param name="release">What a ground station is told they are called.</param>
    public ParameterTable(IReadOnlyDictionary<string, double> start, int fillers, FirmwareRelease release)
    {
        Release = release;
        foreach (var (name, type, value) in Defaults.Value) Add(name, type, value);
        for (var i = 1; i <= fillers; i++) Add($"SIM_SPARE_{i:D4}", ParameterType.Float, i);
        foreach (var (name, value) in start)
        {
            if (!byName.TryGetValue(name, out var parameter)) throw new ArgumentException($"this firmware has no parameter {name}", nameof(start));
            parameter.Set(value);
        }

        Relist();
    }

    public FirmwareRelease Release { get; }

    public IReadOnlyList<Parameter> Listed => listed;

    public double this[string name] => byName[name].Value;

    public bool IsOn(string name) => this[name] != 0;

    /// <summary>The setting itself, for those who look at it at every step.</summary>
    public Parameter Get(string name) => byName[name];

    /// <param name="called">As a ground station calls it.</param>
    public Parameter? Find(string called) =>
        byCalled.TryGetValue(called, out var parameter) && !IsHidden(parameter) ? parameter : null;

    public void Set(string name, double value)
    {
        byName[name].Set(value);
        if (name == "SPRAY_ENABLE") Relist();
    }

    public void SetAsTold(Parameter parameter, double told)
    {
        parameter.SetAsTold(told);
        if (parameter.Name == "SPRAY_ENABLE") Relist();
    }

    /// <summary>A parameter that an on-board script brings; one that is there already keeps its value.</summary>
    public void Bring(string name, double value)
    {
        if (byName.ContainsKey(name)) return;
        Add(name, ParameterType.Float, value);
        Relist();
    }

    private bool IsHidden(Parameter parameter) =>
        parameter.Name.StartsWith("SPRAY_", StringComparison.Ordinal) && parameter.Name != "SPRAY_ENABLE" && this["SPRAY_ENABLE"] == 0;

    private void Relist() => listed = all.Where(p => !IsHidden(p)).ToList();

    private void Add(string name, ParameterType type, double value)
    {
        var parameter = Release == FirmwareRelease.Copter47 && RenamedIn47.Value.TryGetValue(name, out var renamed)
            ? new Parameter(name, renamed.PerOne == 1 ? type : ParameterType.Float, value, renamed.Called, renamed.PerOne)
            : new Parameter(name, type, value);
        if (byName.TryGetValue(name, out var earlier)) all[all.IndexOf(earlier)] = parameter;
        else all.Add(parameter);
        byName[name] = byCalled[parameter.Called] = parameter;
    }

    private static List<(string Name, ParameterType Type, double Value)> ReadDefaults() =>
        [.. Rows("copter.tsv").SelectMany(cells => Expand(cells[0]).Select(name => (name, Enum.Parse<ParameterType>(cells[1], ignoreCase: true), Number(cells[2]))))];

    private static Dictionary<string, (string Called, double PerOne)> ReadRenames() =>
        Rows("copter-4.7.tsv").ToDictionary(cells => cells[0], cells => (cells[1], Number(cells[2])), StringComparer.Ordinal);

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(ParameterTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>RC[1-3]_MIN stands for RC1_MIN, RC2_MIN, RC3_MIN.</summary>
    private static IEnumerable<string> Expand(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return [name];
        var close = name.IndexOf(']', StringComparison.Ordinal);
        var bounds = name[(open + 1)..close].Split('-');
        int first = int.Parse(bounds[0], CultureInfo.InvariantCulture), last = int.Parse(bounds[1], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Select(i => $"{name[..open]}{i}{name[(close + 1)..]}");
    }
}
