namespace DroneFarm.Storage.Formats;

/// <summary>A file that another file names, and where it does.</summary>
/// <param name="Path">From the naming file's folder, unless it was said in full.</param>
/// <param name="Said">As it stands there.</param>
/// <param name="NamedIn">What messages call the naming file.</param>
/// <param name="Line">In it, from 1.</param>
/// <param name="Property">That names it.</param>
public sealed record NamedFile(string Path, string Said, string NamedIn, string Line, string Property);
