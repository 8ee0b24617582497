using System.Diagnostics;

namespace DroneFarm.Tests.Browser;

/// <summary>The pages' own checks, run where Node.js and the packages are: arithmetic, undo, words in both languages, contrast, and types.</summary>
public sealed class FrontEnd
{
    [Theory]
    [InlineData("test")]
    [InlineData("check")]
    public async Task The_checks_of_the_pages_pass(string script)
    {
        var web = Web();
        if (!Directory.Exists(Path.Combine(web, "node_modules"))) Assert.Skip("the packages of the pages are not installed: npm ci in src/DroneFarm.Station/web");
        var start = new ProcessStartInfo("npm") { WorkingDirectory = web, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("run");
        start.ArgumentList.Add(script);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await output + await errors);
    }

    private static string Web()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "src", "DroneFarm.Station", "web");
    }
}
