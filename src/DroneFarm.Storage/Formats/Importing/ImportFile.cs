namespace DroneFarm.Storage.Formats.Importing;

/// <summary>A file to be imported.</summary>
/// <param name="Name">As messages call it; a path inside an archive or folder keeps its folders, with <c>/</c> between.</param>
public sealed record ImportFile(string Name, byte[] Bytes)
{
    /// <summary>The name without folders and ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    internal string Folder => Name.LastIndexOf('/') is >= 0 and var slash ? Name[..slash] : "";

    internal bool Ends(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whether it is the file <paramref name="main"/> with another ending.</summary>
    internal bool IsBeside(ImportFile main, string ending) =>
        Ends(ending) && Name.Length > ending.Length && Name[..^ending.Length].Equals(Path.ChangeExtension(main.Name, null), StringComparison.OrdinalIgnoreCase);
}
