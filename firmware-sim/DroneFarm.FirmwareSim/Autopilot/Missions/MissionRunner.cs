using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// Walks through the mission: one navigation item at a time, and the DO_ items before the next one when it is reached
/// (points 18, 20 and 21).
///
///     Stopped --AUTO--> Running --last item--> Complete       Running --other mode--> Stopped
///     AUTO again: the same navigation item begins anew, DO_ items before it are not repeated
///     MIS_RESTART 1, disarming, or a mission written anew while not running: from item 1
/// </summary>
internal sealed class MissionRunner(MissionStore store, Outbox outbox)
{
    private readonly Dictionary<int, int> jumps = [];
    private readonly Queue<int> held = [];
    private int flownVersion;
    private int? reached;

    public RunState State { get; private set; }

    /// <summary>The navigation item being flown or to be flown next; 0 before the first.</summary>
    public int Current { get; private set; }

    public bool HasItem => Current > 0 && Current < store.Count;

    /// <summary>Whether a waypoint is flown to whose last DO_SPRAYER before it says 1.</summary>
    public bool IsOnSprayLeg
    {
        get
        {
            if (!HasItem || store[Current].Command is not (MavCmd.NavWaypoint or MavCmd.NavSplineWaypoint)) return false;
            for (var index = Current - 1; index >= 1; index--)
            {
                if (store[index].Command == MavCmd.DoSprayer) return store[index].Param1 == 1;
            }

            return false;
        }
    }

    public void StartOrResume(IMissionPilot pilot, bool restart)
    {
        flownVersion = store.Version;
        var fresh = restart || State == RunState.Complete || !HasItem;
        State = RunState.Running;
        if (!fresh)
        {
            if (ItemRules.IsNavigation(store[Current].Command)) Fly(pilot);
            else Go(pilot, Current);
        }
        else
        {
            jumps.Clear();
            Go(pilot, 1);
        }

        TellReached();
    }

    public void Stop()
    {
        if (State == RunState.Running) State = RunState.Stopped;
    }

    /// <summary>Disarming: the next flight begins at the first item.</summary>
    public void Reset()
    {
        Current = 0;
        jumps.Clear();
        if (State == RunState.Running) State = RunState.Stopped;
    }

    /// <summary>DO_SET_MISSION_CURRENT.</summary>
    /// <returns>False for an item that is not there.</returns>
    public bool JumpTo(int index, IMissionPilot pilot)
    {
        if (index < 0 || index >= Math.Max(1, store.Count)) return false;
        if (State == RunState.Complete) State = RunState.Stopped;
        if (State == RunState.Running)
        {
            Go(pilot, Math.Max(1, index));
            TellReached();
        }
        else Current = index;
        return true;
    }

    public void Step(IMissionPilot pilot)
    {
        if (State != RunState.Running) return;
        if (store.Version != flownVersion)
        {
            // Point 14: every item written while flying begins the present one anew.
            flownVersion = store.Version;
            if (!HasItem) return;
            Fly(pilot);
            outbox.Say(MavSeverity.Critical, "Auto mission changed, restarted command");
            return;
        }

        Release(pilot);
        if (!HasItem || !pilot.HasFlown(store[Current])) return;
        reached = Current;
        if (store[Current].Command is MavCmd.NavWaypoint or MavCmd.NavSplineWaypoint) outbox.Say(MavSeverity.Info, $"Reached command #{Current}");
        Go(pilot, Current + 1);
        TellReached();
    }

    /// <summary>The first item from which a take-off must come before any other way of flying (point 20).</summary>
    public bool BeginsWithTakeoff()
    {
        for (var i = Math.Max(1, Current); i < store.Count; i++)
        {
            if (ItemRules.IsNavigation(store[i].Command)) return store[i].Command == MavCmd.NavTakeoff;
        }

        return false;
    }

    public int? FindLandStart()
    {
        for (var i = 1; i < store.Count; i++)
        {
            if (store[i].Command == MavCmd.DoLandStart) return i;
        }

        return null;
    }

    /// <summary>To the next navigation item: the first DO_ item on the way is done before it begins, the others just after.</summary>
    private void Go(IMissionPilot pilot, int index)
    {
        held.Clear();
        var passed = new List<int>();
        for (var steps = 0; index < store.Count && steps < 2 * store.Count; steps++)
        {
            var item = store[index];
            if (ItemRules.IsNavigation(item.Command)) break;
            if (item.Command == MavCmd.DoJump && MayJump(index, item))
            {
                index = (int)item.Param1;
                continue;
            }

            if (item.Command != MavCmd.DoJump) passed.Add(index);
            index++;
        }

        if (passed.Count > 0) Do(pilot, passed[0], first: true);
        var flies = index < store.Count && ItemRules.IsNavigation(store[index].Command);
        if (flies)
        {
            Current = index;
            Fly(pilot);
        }

        foreach (var later in passed.Skip(1)) held.Enqueue(later);
        Release(pilot);
        if (flies) return;
        State = RunState.Complete;
        Current = 0;
        pilot.EndOfMission();
    }

    /// <summary>Behind a CONDITION_YAW nothing is done before the nose is there; what still waits at the next waypoint is never done (AP_Mission).</summary>
    private void Release(IMissionPilot pilot)
    {
        while (held.Count > 0 && !pilot.IsTurning) Do(pilot, held.Dequeue(), first: false);
    }

    private void Do(IMissionPilot pilot, int index, bool first)
    {
        Announce(index);
        var item = store[index];
        if (item.Command == MavCmd.DoChangeSpeed) ReachInPassing(index, first);
        pilot.Do(item);
    }

    /// <summary>
    /// Of the DO_ items only DO_CHANGE_SPEED is reported as reached; as the first one after a navigation item it takes the place of that
    /// item's own report, which had not gone out yet (SITL 4.6.3: take-off 1, speed 2 tells 2; take-off 1, sprayer 2, speed 3 tells 1 and 3).
    /// </summary>
    private void ReachInPassing(int index, bool first)
    {
        if (!first) TellReached();
        reached = index;
    }

    private void TellReached()
    {
        if (reached is { } index) outbox.Send(new MissionItemReached { Seq = (ushort)index });
        reached = null;
    }

    private void Fly(IMissionPilot pilot)
    {
        Announce(Current);
        pilot.Fly(store[Current], Following());
    }

    /// <summary>The next navigation item, when nothing in between makes the vehicle stop.</summary>
    private StoredItem? Following()
    {
        for (var i = Current + 1; i < store.Count; i++)
        {
            if (store[i].Command == MavCmd.DoJump) return null;
            if (ItemRules.IsNavigation(store[i].Command)) return store[i];
        }

        return null;
    }

    private bool MayJump(int index, in StoredItem item)
    {
        var done = jumps.GetValueOrDefault(index);
        if (item.Param2 >= 0 && done >= item.Param2) return false;
        jumps[index] = done + 1;
        return true;
    }

    private void Announce(int index) => outbox.Say(MavSeverity.Info, $"Mission: {index} {NameOf(store[index].Command)}");

    private static string NameOf(MavCmd command) => command switch
    {
        MavCmd.NavWaypoint => "WP",
        MavCmd.NavTakeoff => "Takeoff",
        MavCmd.NavReturnToLaunch => "RTL",
        MavCmd.NavLand => "Land",
        MavCmd.DoChangeSpeed => "ChangeSpeed",
        MavCmd.DoSprayer => "Sprayer",
        MavCmd.ConditionYaw => "CondYaw",
        MavCmd.DoLandStart => "LandStart",
        MavCmd.DoJump => "Jump",
        _ => command.ToString(),
    };
}
