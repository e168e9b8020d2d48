using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Configurations;

internal sealed class StarredSchoolConfiguration : IEntityTypeConfiguration<StarredSchool>
{
    public void Configure(EntityTypeBuilder<StarredSchool> builder)
    {
        builder.HasKey(s => new { s.PersonId, s.SchoolId });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        // An import that is taken back takes its schools away, starred or not.
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(v => v.Query).HasMaxLength(ViewQuery.Length);
        builder
            .HasIndex(v => new
            {
                v.PersonId,
                v.RegionCode,
                v.Screen,
                v.Name,
            })
            .IsUnique();
        builder.HasIndex(v => new { v.RegionCode, v.Shared });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
    }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.PersonId, n.At });
        builder.HasIndex(n => new { n.PersonId, n.ReadAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }
}

/// <summary>A look at the table of schools, not a table: migrations leave views alone.</summary>
internal sealed class ToldSchoolConfiguration : IEntityTypeConfiguration<ToldSchool>
{
    public void Configure(EntityTypeBuilder<ToldSchool> builder)
    {
        builder.HasNoKey().ToView("schools");
        builder.Property(s => s.Name).HasMaxLength(School.NameLength);
    }
}
