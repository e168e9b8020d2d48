using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Training;

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
        builder.Property(t => t.SubjectCodes).HasMaxLength(Teacher.SubjectCodesLength);
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
