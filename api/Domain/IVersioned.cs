namespace Opora.Domain;

/// <summary>A root that people edit: its version is the strong ETag that every change must name.</summary>
public interface IVersioned
{
    /// <summary>Starts at 1 and grows by one with each saved change.</summary>
    int Version { get; }
}
