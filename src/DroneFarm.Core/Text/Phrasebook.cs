using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace DroneFarm.Core.Text;

/// <summary>
/// All sentences of one assembly in both languages, from its embedded files <c>Text/TOPIC.en.json</c> and <c>Text/TOPIC.zh.json</c>:
/// one flat object of key and sentence each. Both languages must have the same keys; a missing key is a bug, and a test looks for it.
/// </summary>
public sealed class Phrasebook
{
    private readonly Dictionary<Language, Dictionary<string, string>> sentences;

    private Phrasebook(Dictionary<Language, Dictionary<string, string>> sentences) => this.sentences = sentences;

    /// <summary>The sentences of DroneFarm.Core itself: findings, checks, flights, records.</summary>
    public static Phrasebook Core { get; } = Of(typeof(Phrasebook).Assembly);

    /// <summary>Reads the embedded files of <paramref name="assembly"/>.</summary>
    /// <exception cref="InvalidOperationException">A key stands in two topics, or a file is no flat JSON object.</exception>
    public static Phrasebook Of(Assembly assembly) => new(new Dictionary<Language, Dictionary<string, string>>
    {
        [Language.English] = Read(assembly, ".en.json"),
        [Language.Chinese] = Read(assembly, ".zh.json"),
    });

    public IReadOnlyCollection<string> Keys(Language language) => sentences[language].Keys;

    public string Say(Phrase phrase, Language language) =>
        sentences[language].TryGetValue(phrase.Key, out var sentence)
            ? string.Format(CultureInfo.InvariantCulture, sentence, [.. phrase.Args])
            : throw new InvalidOperationException($"no {language} sentence for the key '{phrase.Key}'");

    public string Say(Language language, string key, params string[] args) => Say(new Phrase(key, args), language);

    private static Dictionary<string, string> Read(Assembly assembly, string ending)
    {
        var all = new Dictionary<string, string>();
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".Text.", StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            var topic = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? throw new InvalidOperationException($"{file} holds no sentences");
            foreach (var (key, sentence) in topic)
            {
                if (!all.TryAdd(key, sentence)) throw new InvalidOperationException($"the key '{key}' stands twice; the second time in {file}");
            }
        }

        return all;
    }
}
