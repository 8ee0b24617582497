using System.Text.Json;

namespace DroneFarm.Storage.Formats;

/// <summary>One value of a hand-written file, with the byte where it stands.</summary>
/// <param name="Text">A string's content or a number as written; empty for what opens an object or a list.</param>
internal sealed record HandValue(JsonTokenType Kind, string Text, long Offset);
