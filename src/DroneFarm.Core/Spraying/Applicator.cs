namespace DroneFarm.Core.Spraying;

/// <summary>Who applies, with the licence that allows it; what is not known is empty or null.</summary>
/// <param name="Licence">Number of the certificate.</param>
/// <param name="LicenceKind">What the certificate is: an operating certificate, a pilot certificate, PA6.</param>
/// <param name="ValidUntil">Its last day.</param>
/// <param name="TestedOn">When knowledge and skill were shown (14 CFR 137.19(e)).</param>
/// <param name="Supervisor">Who supervised, where the applicator holds no certificate of his own.</param>
public sealed record Applicator(
    string Name, string Address = "", string Licence = "", string LicenceKind = "", DateOnly? ValidUntil = null, DateOnly? TestedOn = null, string Supervisor = "");
