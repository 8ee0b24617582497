namespace DroneFarm.Storage.Formats;

/// <summary>Guesses which word was meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the words when at most a third of its letters differ; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> words) => words
        .Select(w => (Word: w, Distance: Distance(word, w)))
        .Where(w => w.Distance * 3 <= w.Word.Length)
        .OrderBy(w => w.Distance).ThenBy(w => w.Word, StringComparer.Ordinal)
        .Select(w => w.Word).FirstOrDefault();

    /// <summary>Insertions, deletions and replacements between two words (Levenshtein 1965).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
