using DroneFarm.Core.Text;

namespace DroneFarm.Reports;

/// <summary>How a report speaks.</summary>
/// <param name="Languages">One or two; the first one leads, the second stands beside it.</param>
/// <param name="UtcOffset">Of the local time that all moments are printed in; the offset is printed with them.</param>
public sealed record ReportOptions(IReadOnlyList<Language> Languages, TimeSpan UtcOffset)
{
    /// <summary>China has one time zone and no summer time.</summary>
    public static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    /// <summary>For a farmer in Nantong and an inspector who may read English.</summary>
    public static ReportOptions Bilingual { get; } = new([Language.Chinese, Language.English], ChinaStandardTime);
}
