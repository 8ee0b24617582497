using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Storage.Catalogue;

/// <summary>
/// Crop protection products with what their labels allow. The program brings a starter set of rice and wheat herbicides, every figure of which is an example;
/// a file <c>products.json</c> beside a job adds products of its own, and one with the same id stands before the starter's.
/// </summary>
public sealed class ProductCatalogue
{
    public const string FileName = "products.json";

    private readonly Dictionary<string, Product> products = [];

    private ProductCatalogue()
    {
    }

    public IReadOnlyDictionary<string, Product> Products => products;

    public static ProductCatalogue Starter { get; } = MakeStarter();

    /// <summary>The starter set and what lies in a folder.</summary>
    public static ProductCatalogue In(string folder, List<Finding> findings)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return Starter;
        var catalogue = new ProductCatalogue();
        foreach (var (id, product) in Starter.products) catalogue.products[id] = product;
        if (JsonInput.Open(path, findings) is { } input) catalogue.Read(input, findings);
        return catalogue;
    }

    private static ProductCatalogue MakeStarter()
    {
        var (catalogue, findings) = (new ProductCatalogue(), new List<Finding>());
        using var stream = typeof(ProductCatalogue).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded");
        catalogue.Read(JsonInput.From(stream, FileName, findings)!, findings);
        return findings.Count == 0 ? catalogue : throw new InvalidOperationException(string.Join(' ', findings.Select(f => f.Say(Core.Text.Language.English))));
    }

    private void Read(JsonInput input, List<Finding> findings)
    {
        var form = new HandForm(input, findings);
        form.Text("note", mayBeMissing: true);
        var count = form.Items("products");
        for (var i = 0; i < count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"products[{i}].");
            products[form.Text(at + "id")] = ProductOf(form, at);
        }

        form.Close();
    }

    private static Product ProductOf(HandForm form, string at)
    {
        var solid = form.Has(at + "dose_g_per_mu");
        var doses = solid ? form.Numbers(at + "dose_g_per_mu", 0.01, 10_000) : form.Has(at + "dose_ml_per_mu") ? form.Numbers(at + "dose_ml_per_mu", 0.01, 10_000) : [];
        var limits = new ProductLimits(
            form.Texts(at + "resistance_groups"),
            doses.Count > 0 ? Mu.RateLPerHa(doses[0] / 1000) : null,
            doses.Count > 0 ? Mu.RateLPerHa(doses[^1] / 1000) : null,
            (int?)Perhaps("max_applications_per_season", 1, 20),
            Perhaps("max_season_dose_ml_or_g_per_mu", 0.01, 100_000) is { } season ? Mu.RateLPerHa(season / 1000) : null,
            Perhaps("buffer_m", 0, 500),
            Perhaps("re_entry_h", 0, 10_000),
            (int?)Perhaps("pre_harvest_days", 0, 400),
            (int?)Perhaps("from_bbch", 0, 99),
            (int?)Perhaps("to_bbch", 0, 99),
            form.Flag(at + "example"),
            form.Text(at + "source"));
        form.Text(at + "crop", mayBeMissing: true);
        return new Product(
            form.Text(at + "name"),
            form.Text(at + "active_ingredient"),
            form.Text(at + "registration_number", mayBeMissing: true),
            doses.Count > 0 ? Mu.RateLPerHa(doses[0] / 1000) : 0,
            solid ? "kg" : "L",
            limits.Source,
            form.Text(at + "producer", mayBeMissing: true),
            Limits: limits);

        double? Perhaps(string property, double minimum, double maximum) =>
            form.Number(at + property, minimum, maximum, missing: double.NegativeInfinity) is var value && double.IsNegativeInfinity(value) ? null : value;
    }
}
