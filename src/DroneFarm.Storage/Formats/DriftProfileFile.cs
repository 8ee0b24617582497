using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>Reads a drift profile, which a job has in it or names as a file beside it (missions/README.md lists the properties).</summary>
internal static class DriftProfileFile
{
    /// <param name="path">Of the profile in the job: an object, or the name of a file.</param>
    /// <param name="folder">Of the job, from which the name counts.</param>
    /// <returns>Null, and an error among the findings, when it cannot be used.</returns>
    public static DriftProfile? Of(HandForm job, string path, string folder, List<Finding> findings)
    {
        if (!job.IsText(path)) return Of(job, path + ".");
        if (JsonInput.Open(Path.Combine(folder, job.Text(path)), findings) is not { } input) return null;
        var form = new HandForm(input, findings);
        var profile = Of(form, "");
        form.Close();
        return profile;
    }

    private static DriftProfile Of(HandForm form, string prefix)
    {
        var list = prefix + "distances";
        var distances = new List<DriftDistance>();
        var count = form.Items(list);
        for (var i = 0; i < count; i++)
        {
            var pair = new DriftDistance(form.Number($"{list}[{i}].height_m", 0.5, 30), form.Number($"{list}[{i}].distance_m", 0.5, 500));
            if (distances.Count > 0 && pair.HeightM <= distances[^1].HeightM) form.Fail("file.drift.order", $"{list}[{i}].height_m");
            else if (distances.Count > 0 && pair.DistanceM < distances[^1].DistanceM) form.Fail("file.drift.falls", $"{list}[{i}].distance_m");
            distances.Add(pair);
        }

        if (count == 0 && form.Has(list)) form.Fail("file.drift.none", list);
        return new DriftProfile(
            distances,
            ReferenceWindMps: form.Number(prefix + "reference_wind_mps", 0.1, 20),
            LeastWindMps: form.Number(prefix + "least_wind_mps", 0, 20),
            WindExponent: form.Number(prefix + "wind_exponent", 0, 3),
            SectorHalfDeg: form.Number(prefix + "sector_half_deg", 1, 90),
            EdgeShare: form.Number(prefix + "edge_share", 0, 1),
            NeighbourGapM: form.Number(prefix + "neighbour_gap_m", 0, 50),
            Source: form.Text(prefix + "source"));
    }
}
