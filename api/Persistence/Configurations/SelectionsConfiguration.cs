using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Files;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Configurations;

internal sealed class SelectionConfiguration : IEntityTypeConfiguration<Selection>
{
    public void Configure(EntityTypeBuilder<Selection> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Title).HasMaxLength(Selection.TitleLength);
        // Longer than what an engine keeps in a row by a length.
        builder.Property(s => s.Text).HasMaxLength(-1);
        builder.Property(s => s.Decision).HasMaxLength(-1);
        builder.Property(s => s.Order).HasMaxLength(Selection.OrderLength);
        builder.HasIndex(s => new { s.RegionCode, s.OpensOn });
        builder.HasMany(s => s.Criteria).WithOne().HasForeignKey(c => c.SelectionId);
        builder.Navigation(s => s.Criteria).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(s => s.Experts).WithOne().HasForeignKey(e => e.SelectionId);
        builder.Navigation(s => s.Experts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SelectionCriterionConfiguration : IEntityTypeConfiguration<SelectionCriterion>
{
    public void Configure(EntityTypeBuilder<SelectionCriterion> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(Selection.TitleLength);
    }
}

internal sealed class SelectionExpertConfiguration : IEntityTypeConfiguration<SelectionExpert>
{
    public void Configure(EntityTypeBuilder<SelectionExpert> builder)
    {
        builder.HasKey(e => new { e.SelectionId, e.PersonId });
        builder.HasIndex(e => e.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SelectionApplicationConfiguration : IEntityTypeConfiguration<SelectionApplication>
{
    public void Configure(EntityTypeBuilder<SelectionApplication> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(a => a.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(a => a.Text).HasMaxLength(-1);
        builder.HasIndex(a => new { a.SelectionId, a.SchoolId }).IsUnique();
        builder.HasIndex(a => a.SchoolId);
        builder.HasOne<Selection>().WithMany().HasForeignKey(a => a.SelectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Files).WithOne().HasForeignKey(f => f.ApplicationId);
        builder.Navigation(a => a.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ApplicationFileConfiguration : IEntityTypeConfiguration<ApplicationFile>
{
    public void Configure(EntityTypeBuilder<ApplicationFile> builder)
    {
        builder.HasKey(f => new { f.ApplicationId, f.FileId });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SelectionMarkConfiguration : IEntityTypeConfiguration<SelectionMark>
{
    public void Configure(EntityTypeBuilder<SelectionMark> builder)
    {
        builder.HasKey(m => new
        {
            m.ApplicationId,
            m.ExpertId,
            m.CriterionId,
        });
        builder.Property(m => m.Comment).HasMaxLength(SelectionMark.CommentLength);
        builder.HasIndex(m => m.CriterionId);
        builder.HasOne<SelectionApplication>().WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SelectionCriterion>().WithMany().HasForeignKey(m => m.CriterionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.ExpertId).OnDelete(DeleteBehavior.Restrict);
    }
}
