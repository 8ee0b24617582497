namespace DroneFarm.Flight.Exchanges;

/// <summary>An <see cref="Exchange"/> that ends in a <typeparamref name="TResult"/>, once.</summary>
public abstract class Exchange<TResult> : Exchange
    where TResult : notnull
{
    private TResult? result;
    private bool done;

    public sealed override bool IsDone => done;

    public TResult Result => done ? result! : throw new InvalidOperationException("the exchange goes on");

    public sealed override void Abort(AbortReason reason)
    {
        if (!done) Finish(Aborted(reason));
    }

    protected abstract TResult Aborted(AbortReason reason);

    protected void Finish(TResult with)
    {
        if (done) throw new InvalidOperationException("an exchange has one result");
        (result, done, Due) = (with, true, null);
    }
}
