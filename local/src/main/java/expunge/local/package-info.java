/**
 * The whole system on one machine: emulators stand in for the services, small servers for the
 * triggers and the gateway, and between them run the functions exactly as they are deployed.
 */
@NullMarked
package expunge.local;

import org.jspecify.annotations.NullMarked;
