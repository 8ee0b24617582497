using System.Diagnostics;
using System.Runtime.InteropServices;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Benchmarks.Mavlink;

/// <summary>The C scanner beside this file, compiled here and now with -O2, in this process and over the same bytes.</summary>
internal sealed unsafe class Yardstick
{
    private readonly delegate* unmanaged<byte*, nuint, nuint> scan;

    private Yardstick(nint library)
    {
        scan = (delegate* unmanaged<byte*, nuint, nuint>)NativeLibrary.GetExport(library, "yardstick_scan");
        var init = (delegate* unmanaged<uint*, byte*, nuint, void>)NativeLibrary.GetExport(library, "yardstick_init");
        uint[] ids = [.. MessageCatalog.Ids];
        byte[] extras = [.. ids.Select(id => MessageCatalog.Find(id).CrcExtra)];
        fixed (uint* i = ids)
        fixed (byte* e = extras) init(i, e, (nuint)ids.Length);
    }

    /// <returns>null, with the reason on the console, where there is no C compiler.</returns>
    public static Yardstick? Compile()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Mavlink", "scanner.c");
        var library = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}.so");
        try
        {
            using var cc = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", library, source]);
            cc.WaitForExit();
            if (cc.ExitCode == 0) return new Yardstick(NativeLibrary.Load(library));
            Console.WriteLine($"no C yardstick: cc ended with {cc.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.WriteLine($"no C yardstick: {e.Message}");
        }

        return null;
    }

    public long Scan(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* p = bytes) return (long)scan(p, (nuint)bytes.Length);
    }
}
