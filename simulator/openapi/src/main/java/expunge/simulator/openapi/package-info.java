/**
 * Holds what the HTTP API answers against what its description says. {@link
 * expunge.simulator.openapi.Description} is the document, {@link
 * expunge.simulator.openapi.Exchange} a call and its answer, {@link
 * expunge.simulator.openapi.Conformance} tells what of it nobody was told to expect.
 */
@NullMarked
package expunge.simulator.openapi;

import org.jspecify.annotations.NullMarked;
