using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DroneFarm.Tests.Mavlink.Interop;

/// <summary>Runs the script beside this file; skips the test where node or its package is not installed.</summary>
internal static class NodeMavlink
{
    public static byte[] Run(string verb, string passphrase, byte[] input)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "node-mavlink")))
            Assert.Skip("node-mavlink is not installed: npm ci in tests/DroneFarm.Tests.Mavlink/Interop");
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "interop.cjs"), verb, passphrase])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true,
            })!;
            using var output = new MemoryStream();
            var feeding = Task.Run(() =>
            {
                node.StandardInput.BaseStream.Write(input);
                node.StandardInput.Close();
            });
            node.StandardOutput.BaseStream.CopyTo(output);
            feeding.Wait();
            node.WaitForExit();
            node.ExitCode.ShouldBe(0);
            return output.ToArray();
        }
        catch (Win32Exception e)
        {
            Assert.Skip($"node does not start: {e.Message}");
            throw;
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
