using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>What a school writes.</summary>
/// <param name="Text">What the school offers; without names.</param>
public sealed record ApplicationBody(string Text) : IExampled<ApplicationBody>
{
    public static ApplicationBody Example => new("Готовы сопровождать три школы: открытые уроки, наставники, стажировки.");
}

/// <summary>Shape of what a school writes.</summary>
internal sealed class ApplicationValidator : AbstractValidator<ApplicationBody>
{
    public ApplicationValidator() =>
        RuleFor(a => a.Text)
            .NotEmpty()
            .MaximumLength(Selection.TextLength)
            .WithMessage($"Напишите, что школа предлагает, до {Selection.TextLength} знаков.");
}

/// <summary>What all changes of an application have in common.</summary>
internal static class ApplicationChange
{
    /// <summary>The application to change and its selection, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may judge it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<(SelectionApplication Application, Selection Selection, DateOnly Today)> ApplicationToChange(
        this AppDbContext db,
        Guid selectionId,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var application = await db
            .SelectionApplications.Include(a => a.Files)
            .SingleOrDefaultAsync(a => a.Id == id && a.SelectionId == selectionId, cancellationToken);
        if (application is null || !db.Current.Scope.Reaches(application))
            throw Problems.NotFound("Заявка");
        db.Expect(application, seen.Version);
        var selection = await db.Selections.AsNoTracking().SingleAsync(s => s.Id == selectionId, cancellationToken);
        return (application, selection, await db.Today(application.RegionCode, cancellationToken));
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<ApplicationDetails>> Saved(
        this AppDbContext db,
        SelectionApplication application,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await ApplicationDetails.Read(db, application.SelectionId, application.Id, caller, cancellationToken);
    }
}
