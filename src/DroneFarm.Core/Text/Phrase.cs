namespace DroneFarm.Core.Text;

/// <summary>A sentence that is not yet in any language: a key of a <see cref="Phrasebook"/> and what fills its places {0}, {1}, …</summary>
/// <param name="Key">Lower-case words with dots, as in <c>plan.field.too-narrow</c>.</param>
/// <param name="Args">Numbers already rounded and with their unit; names as the farm wrote them.</param>
public sealed record Phrase(string Key, IReadOnlyList<string> Args)
{
    public static Phrase Of(string key, params string[] args) => new(key, args);

    public bool Equals(Phrase? other) => other is not null && Key == other.Key && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(Key, Args.Count);
}
