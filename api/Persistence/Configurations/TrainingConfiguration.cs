using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Configurations;

internal sealed class TeacherConfiguration : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(t => t.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(t => t.Name).HasMaxLength(Teacher.NameLength);
        builder.Property(t => t.SearchName).HasMaxLength(Teacher.NameLength + 2);
        builder.Property(t => t.Surname).HasMaxLength(Teacher.NameLength);
        builder.Property(t => t.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(t => t.SubjectCodes).HasMaxLength(SubjectList.Length);
        builder.Ignore(t => t.Subjects);
        builder.Property(t => t.Position).HasMaxLength(Teacher.PositionLength);
        builder.Property(t => t.LeftReason).HasMaxLength(Teacher.ReasonLength);
        // The list as its readers ask for it: those on staff, by name, of the region, a municipality or a school.
        builder.HasIndex(t => new
        {
            t.RegionCode,
            t.LeftOn,
            t.SortName,
        });
        builder.HasIndex(t => new
        {
            t.MunicipalityCode,
            t.LeftOn,
            t.SortName,
        });
        builder.HasIndex(t => new
        {
            t.SchoolId,
            t.LeftOn,
            t.SortName,
        });
        // All of a region or of one of its municipalities by name, whether they work there or not; words of the name are looked for in the
        // index itself, without reading the rows.
        builder.HasIndex(t => new
        {
            t.RegionCode,
            t.SortName,
            t.SearchName,
        });
        builder.HasIndex(t => new
        {
            t.RegionCode,
            t.MunicipalityCode,
            t.SortName,
        });
        // Matching of pasted names.
        builder.HasIndex(t => new { t.RegionCode, t.Surname });
        builder.HasOne<School>().WithMany().HasForeignKey(t => t.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Posts).WithOne().HasForeignKey(p => p.TeacherId);
        builder.Navigation(t => t.Posts).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(t => t.Achievements).WithOne().HasForeignKey(a => a.TeacherId);
        builder.Navigation(t => t.Achievements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TeacherPostConfiguration : IEntityTypeConfiguration<TeacherPost>
{
    public void Configure(EntityTypeBuilder<TeacherPost> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(p => p.MunicipalityCode);
        builder.HasIndex(p => p.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeacherAchievementConfiguration : IEntityTypeConfiguration<TeacherAchievement>
{
    public void Configure(EntityTypeBuilder<TeacherAchievement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(TeacherAchievement.TitleLength);
        builder.Property(a => a.Result).HasMaxLength(TeacherAchievement.ResultLength);
        builder.HasIndex(a => new { a.TeacherId, a.On });
    }
}

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.Title).HasMaxLength(Course.TitleLength);
        builder.Property(c => c.SearchName).HasMaxLength(Course.TitleLength + 2);
        builder.Property(c => c.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(c => c.SubjectCodes).HasMaxLength(SubjectList.Length);
        builder.Ignore(c => c.Subjects);
        builder.Property(c => c.Audience).HasMaxLength(Course.WordsLength);
        builder.Property(c => c.DeficitCodes).HasMaxLength(DeficitList.Length);
        builder.Ignore(c => c.Deficits);
        builder.HasIndex(c => new
        {
            c.RegionCode,
            c.ClosedOn,
            c.SortName,
        });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseRunConfiguration : IEntityTypeConfiguration<CourseRun>
{
    public void Configure(EntityTypeBuilder<CourseRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Place).HasMaxLength(CourseRun.PlaceLength);
        builder.Property(r => r.Link).HasMaxLength(CourseRun.PlaceLength);
        builder.Property(r => r.Reason).HasMaxLength(CourseRun.ReasonLength);
        builder.HasIndex(r => new { r.RegionCode, r.StartsOn });
        builder.HasIndex(r => new { r.RegionCode, r.EndsOn });
        builder.HasIndex(r => new { r.CourseId, r.StartsOn });
        // Runs of the courses of a page, within the region that is asked for besides.
        builder.HasIndex(r => new
        {
            r.RegionCode,
            r.CourseId,
            r.StartsOn,
        });
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(e => e.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(e => e.CertificateNumber).HasMaxLength(Enrolment.CertificateLength);
        builder.Property(e => e.Reason).HasMaxLength(Enrolment.ReasonLength);
        builder.HasIndex(e => new { e.RunId, e.TeacherId }).IsUnique();
        // Who is next when a seat becomes free, and who completed.
        builder.HasIndex(e => new
        {
            e.RunId,
            e.State,
            e.AskedAt,
        });
        // The list as its readers ask for it: the newest of the region, a municipality or a school.
        builder.HasIndex(e => new { e.RegionCode, e.AskedAt });
        builder.HasIndex(e => new
        {
            e.RegionCode,
            e.RunId,
            e.AskedAt,
        });
        builder.HasIndex(e => new { e.MunicipalityCode, e.AskedAt });
        builder.HasIndex(e => new { e.SchoolId, e.AskedAt });
        builder.HasOne<CourseRun>().WithMany().HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(e => e.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => e.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Days).WithOne().HasForeignKey(d => d.EnrolmentId);
        builder.Navigation(e => e.Days).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder) => builder.HasKey(a => new { a.EnrolmentId, a.On });
}
