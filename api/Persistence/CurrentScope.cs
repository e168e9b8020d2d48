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
    public void Become(Actor actor, Scope scope) => (Actor, Scope) = (actor, scope);
}
