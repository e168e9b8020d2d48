using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Says that a teacher works at the school no more. The row and what it counts for stay.</summary>
public static class DismissTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>When and why.</summary>
    /// <param name="LeftOn">Last day at the school; not ahead.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly LeftOn, string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 8, 31), "Выход на пенсию");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason).MaximumLength(Teacher.ReasonLength).WithMessage($"Причина — до {Teacher.ReasonLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            teacher.Leave(request.Body.LeftOn, request.Body.Reason, await db.Today(teacher.RegionCode, cancellationToken));
            return await db.Changed(teacher, "left", http.Caller(), cancellationToken);
        }
    }
}
