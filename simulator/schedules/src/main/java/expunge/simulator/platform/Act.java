package expunge.simulator.platform;

/**
 * What another writer did to a profile.
 *
 * @param at microseconds since the world began
 * @param made whether it is there since, or gone
 */
public record Act(long at, String key, boolean made) {}
