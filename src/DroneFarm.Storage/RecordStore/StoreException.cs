using DroneFarm.Core.Text;

namespace DroneFarm.Storage.RecordStore;

/// <summary>A store cannot be opened or reached, or is of another version: what is wrong is said in <see cref="Text"/>.</summary>
public sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal StoreException(Phrase text, Exception? innerException = null)
        : this($"{text.Key}: {string.Join(", ", text.Args)}", innerException) => Text = text;

    public Phrase Text { get; } = Phrase.Of("store.failed", "");
}
