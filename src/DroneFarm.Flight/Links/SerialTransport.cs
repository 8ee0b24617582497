using System.IO.Ports;

namespace DroneFarm.Flight.Links;

/// <summary>
/// MAVLink over a serial port. DTR and RTS are left alone: setting them throws on a pseudo terminal and resets some flight controllers.
/// A port that was pulled out ends the read with an exception, and the link opens it again.
/// </summary>
internal sealed class SerialTransport(SerialPort port) : ITransport
{
    public static SerialTransport Open(string name, int baudRate)
    {
        var port = new SerialPort(name, baudRate, Parity.None, 8, StopBits.One) { Handshake = Handshake.None };
        try
        {
            port.Open();
            return new SerialTransport(port);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel) => port.BaseStream.ReadAsync(into, cancel);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel) => port.BaseStream.WriteAsync(frame, cancel);

    public ValueTask DisposeAsync()
    {
        try
        {
            port.Dispose();
        }
        catch (IOException)
        {
            // The adapter is gone: there is nothing left to close.
        }

        return ValueTask.CompletedTask;
    }
}
