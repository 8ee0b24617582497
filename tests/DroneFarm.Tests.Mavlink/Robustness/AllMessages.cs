using System.Reflection;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.Robustness;

/// <summary>One frame of each message, its fields filled with random bytes.</summary>
internal static class AllMessages
{
    public static IEnumerable<byte[]> Frames(int seed)
    {
        var random = new Random(seed);
        var make = typeof(AllMessages).GetMethod(nameof(Frame), BindingFlags.Static | BindingFlags.NonPublic)!;
        return typeof(Heartbeat).Assembly.GetTypes()
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == "IMessage`1"))
            .Select(t => (byte[])make.MakeGenericMethod(t).Invoke(null, [random])!);
    }

    private static byte[] Frame<T>(Random random) where T : struct, IMessage<T>
    {
        var payload = new byte[T.MaxLength];
        random.NextBytes(payload);
        payload[^1] = 1; // not cut as a trailing zero
        T.Read(payload, out var message);
        var into = new byte[FrameWriter.MaxFrameLength];
        var frame = into[..FrameWriter.Write(into, in message, (byte)random.Next(256), 1, 1)];
        frame.AsSpan(FrameLayout.HeaderV2, payload.Length).SequenceEqual(payload).ShouldBeTrue(T.Name);
        return frame;
    }
}
