/**
 * The template of the deployed system, held against the code and the promises: its tests read it as
 * it stands, and as the SAM translator expands it.
 */
@NullMarked
package expunge.local.template;

import org.jspecify.annotations.NullMarked;
