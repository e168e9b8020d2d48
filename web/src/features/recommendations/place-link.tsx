import { Link } from '@tanstack/react-router';
import type { AddressedPlace } from '@/api/gen/types.gen';

/** To whom, as a link to the card of the school or to the schools of the municipality. */
export function PlaceLink({ place: { schoolId, municipalityCode, name } }: { place: AddressedPlace }) {
  if (schoolId)
    return (
      <Link to="/schools/$schoolId" params={{ schoolId }}>
        {name}
      </Link>
    );
  if (municipalityCode)
    return (
      <Link to="/schools" search={{ municipality: municipalityCode }}>
        {name}
      </Link>
    );
  return name;
}
