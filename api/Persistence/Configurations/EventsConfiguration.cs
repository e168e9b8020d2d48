using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Configurations;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(e => e.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(e => e.Title).HasMaxLength(Event.TitleLength);
        builder.Property(e => e.SearchName).HasMaxLength(Event.TitleLength + 2);
        builder.Property(e => e.Description).HasMaxLength(Event.DescriptionLength);
        builder.Property(e => e.Place).HasMaxLength(Event.WordsLength);
        builder.Property(e => e.Link).HasMaxLength(Event.WordsLength);
        builder.Property(e => e.Organiser).HasMaxLength(Event.WordsLength);
        builder.Property(e => e.Reason).HasMaxLength(Event.WordsLength);
        builder.HasIndex(e => new { e.RegionCode, e.StartsOn });
        builder.HasIndex(e => new { e.MunicipalityCode, e.StartsOn });
        builder.HasIndex(e => new { e.SchoolId, e.StartsOn });
        builder.HasIndex(e => new { e.AssociationId, e.StartsOn });
        builder.HasOne<School>().WithMany().HasForeignKey(e => e.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => e.OrganiserSchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganiserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Association>().WithMany().HasForeignKey(e => e.AssociationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventTurnoutConfiguration : IEntityTypeConfiguration<EventTurnout>
{
    public void Configure(EntityTypeBuilder<EventTurnout> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(t => t.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(t => new { t.EventId, t.SchoolId }).IsUnique();
        builder.HasIndex(t => new { t.RegionCode, t.EventId });
        builder.HasIndex(t => new { t.MunicipalityCode, t.EventId });
        builder.HasIndex(t => new { t.SchoolId, t.EventId });
        builder.HasOne<Event>().WithMany().HasForeignKey(t => t.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(t => t.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Attendees).WithOne().HasForeignKey(a => a.TurnoutId);
        builder.Navigation(t => t.Attendees).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class EventAttendeeConfiguration : IEntityTypeConfiguration<EventAttendee>
{
    public void Configure(EntityTypeBuilder<EventAttendee> builder)
    {
        // Once an event, whatever the school: people are counted once.
        builder.HasKey(a => new { a.EventId, a.TeacherId });
        builder.HasIndex(a => a.TeacherId);
        builder.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(a => a.TeacherId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssociationConfiguration : IEntityTypeConfiguration<Association>
{
    public void Configure(EntityTypeBuilder<Association> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(a => a.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(a => a.Name).HasMaxLength(Association.NameLength);
        builder.Property(a => a.SearchName).HasMaxLength(Association.NameLength + 2);
        builder.Property(a => a.SortName).HasMaxLength(SortText.MaxLength);
        builder.HasIndex(a => new
        {
            a.RegionCode,
            a.ClosedOn,
            a.SortName,
        });
        builder.HasIndex(a => a.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(a => a.LeaderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssociationMemberConfiguration : IEntityTypeConfiguration<AssociationMember>
{
    public void Configure(EntityTypeBuilder<AssociationMember> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(m => m.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(m => new
        {
            m.AssociationId,
            m.TeacherId,
            m.FromOn,
        });
        builder.HasIndex(m => m.TeacherId);
        builder.HasIndex(m => m.MunicipalityCode);
        builder.HasIndex(m => m.SchoolId);
        builder.HasOne<Association>().WithMany().HasForeignKey(m => m.AssociationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(m => m.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(m => m.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasKey(f => f.PersonId);
        builder.Property(f => f.Hash).HasMaxLength(HashLength);
        builder.HasIndex(f => f.Hash).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(f => f.PersonId);
    }
}
