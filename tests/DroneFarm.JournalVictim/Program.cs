using System.Globalization;
using DroneFarm.Core.Flights;
using DroneFarm.JournalVictim;
using DroneFarm.Storage.Journal;

// Journals three vehicles as fast as it can until it is killed: JOURNAL [SECONDS]. Goes on with a journal that is there. Two bytes-and-a-number on standard
// output for each record that is committed: the vehicle, then how many of it are in the journal.
var path = args[0];
var end = TimeProvider.System.GetTimestamp() + (long)(TimeProvider.System.TimestampFrequency * (args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 20));
using var output = Console.OpenStandardOutput();
var gate = new Lock();
var read = File.Exists(path) ? JournalReader.Read(path) : null;
using var writer = read?.Header is null
    ? JournalWriter.Create(path, new JournalHeader("victim", "abc123", "three", Simulated: true, VictimRecords.Start), TimeProvider.System)
    : JournalWriter.Resume(path, read, TimeProvider.System);
var loops = Enumerable.Range(1, VictimRecords.Vehicles).Select(vehicle => Task.Run(() =>
{
    var done = read?.Log?.Track.Count(p => p.Vehicle.SystemId == vehicle) ?? 0;
    while (TimeProvider.System.GetTimestamp() < end)
    {
        writer.Append(VictimRecords.Point(vehicle, done));
        done++;
        lock (gate) output.Write([(byte)vehicle, .. BitConverter.GetBytes(done)]);
        if (done % 40 == 0) writer.Append(new TankFill(VictimRecords.Start, new VehicleId((byte)vehicle), 1, done, "victim"));
    }
}));
await Task.WhenAll(loops);
