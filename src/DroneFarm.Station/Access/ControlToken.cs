using DroneFarm.Storage;

namespace DroneFarm.Station.Access;

/// <summary>
/// Who may command vehicles: one pilot's screen at a time. It is kept on disk, so that after a restart in the middle of a flight the same screen commands on.
/// </summary>
public sealed class ControlToken
{
    private readonly Lock turn = new();
    private readonly string path;
    private string? holder;

    public ControlToken(string path)
    {
        this.path = path;
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept) holder = kept;
    }

    /// <summary>The holder's session; null when nobody has control.</summary>
    public string? Holder
    {
        get
        {
            lock (turn) return holder;
        }
    }

    public bool IsHeldBy(Session? session) => session is not null && session.May(Role.Pilot) && Holder == session.Id;

    /// <summary>Takes control; from another pilot only when <paramref name="evenFromAnother"/>.</summary>
    /// <returns>Whether the session holds it now.</returns>
    public bool Take(Session session, bool evenFromAnother)
    {
        lock (turn)
        {
            if (!session.May(Role.Pilot) || (holder is not null && holder != session.Id && !evenFromAnother)) return false;
            Keep(session.Id);
            return true;
        }
    }

    public void Release(Session session)
    {
        lock (turn)
        {
            if (holder == session.Id) Keep(null);
        }
    }

    private void Keep(string? next)
    {
        if (next == holder) return;
        holder = next;
        WholeFile.Write(path, file => file.Write(System.Text.Encoding.ASCII.GetBytes(next ?? "")));
    }
}
