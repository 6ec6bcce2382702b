package expunge.deletion;

import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;

/** The tables that people have: their profiles, and what is linked to them. */
public record People(ProfileStore profiles, LinkedStore linked) {}
