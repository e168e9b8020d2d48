using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Teachers;

/// <summary>Erases the name of a teacher for good; the row and every count stay.</summary>
public static class AnonymiseTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">That it is meant.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>That it is meant: there is no way back.</summary>
    /// <param name="Confirmed">Must be true.</param>
    public sealed record Body(bool Confirmed) : IExampled<Body>
    {
        public static Body Example => new(true);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Confirmed)
                .Equal(true)
                .WithErrorCode("confirmation-required")
                .WithMessage("Имя будет стёрто навсегда. Подтвердите, что это нужно сделать.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var name = teacher.Name;
            teacher.Anonymise(clock.GetUtcNow().UtcDateTime);
            await using var write = await db.BeginWrite(cancellationToken);
            await db.ForgetEnrolmentsOf(teacher, cancellationToken);
            await db.ForgetInImports(teacher.RegionCode, name!, cancellationToken);
            var answer = await db.Changed(teacher, "anonymised", http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return answer;
        }
    }
}
