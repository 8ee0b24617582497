namespace DroneFarm.Storage.Formats;

/// <summary>A file by the name that messages call it, which can say where in it something stands.</summary>
internal interface IPlaces
{
    string Name { get; }

    /// <summary>The line of a text, or the row of a table, as an argument of a phrase.</summary>
    string LineOf(long offset);
}
