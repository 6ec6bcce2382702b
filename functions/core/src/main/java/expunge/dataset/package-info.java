/**
 * What people declare of the tables they already have: which table holds the profiles and by which
 * identifier a profile is found. No name of a table or attribute is fixed in code; everything else
 * in core asks here.
 */
@NullMarked
package expunge.dataset;

import org.jspecify.annotations.NullMarked;
