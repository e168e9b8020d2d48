using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence;

/// <summary>
/// Who acts in this unit of work and what they reach. Filled once by whoever opened it: the request pipeline, or a job that runs
/// in the scope of the person who asked for it. Until then nothing is reached.
/// </summary>
public sealed class CurrentScope
{
    /// <summary>The places reached.</summary>
    public Scope Scope { get; private set; } = Scope.None;

    /// <summary>Who acts.</summary>
    public Actor Actor { get; private set; } = Actor.System;

    /// <summary>Sets both, before the first query.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="scope">The places reached.</param>
    /// <param name="lent">What of it is reached only by the rights of others, lent for a while.</param>
    public void Become(Actor actor, Scope scope, LentScopes? lent = null) => (Actor, Scope, _lent) = (actor, scope, lent);

    /// <summary>
    /// Lets the system itself act in a region until the answer is disposed: what follows from a change by rule, for whom it follows, is
    /// no matter of the rights of whoever made the change.
    /// </summary>
    internal IDisposable AsSystem(string regionCode)
    {
        var before = new Former(this, Actor, Scope, _lent);
        Become(Actor.System, Scope.OfRegion(regionCode));
        return before;
    }

    /// <summary>
    /// Lets the same actor reach a region until the answer is disposed: what a side of a shared row says of itself is written into a row
    /// that another side owns. Whoever asks has made sure that the actor is that side.
    /// </summary>
    internal IDisposable Reaching(string regionCode)
    {
        var before = new Former(this, Actor, Scope, _lent);
        Become(Actor, Scope.OfRegion(regionCode), _lent);
        return before;
    }

    /// <summary>The person whose lent rights reach a row, when the actor's own do not.</summary>
    internal Guid? OnBehalfOf(IPlaced row) =>
        _lent is null || _lent.Own.Reaches(row) ? null : _lent.Others.FirstOrDefault(l => l.Scope.Reaches(row))?.OwnerId;

    private LentScopes? _lent;

    private sealed class Former(CurrentScope current, Actor actor, Scope scope, LentScopes? lent) : IDisposable
    {
        public void Dispose() => current.Become(actor, scope, lent);
    }
}

/// <summary>What an actor reaches by own rights, and by those of others.</summary>
public sealed record LentScopes(Scope Own, IReadOnlyList<LentScope> Others);

/// <summary>What is reached by the rights of one other person.</summary>
public sealed record LentScope(Guid OwnerId, Scope Scope);
