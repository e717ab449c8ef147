// Numbers of the doors that are, hold, or alone stand in one of some elements; the document and its body are no such elements.
const heardBy = (uids, hearing) => {
  const doors = uids.map((uid) => [uid, elementOf(uid)]).filter(([, e]) => e);
  const found = new Set();
  for (const e of hearing) {
    if (nodeTypeOf(e) !== 1 || e === bodyOf(document) || e === documentElementOf(document)) continue;
    const inside = doors.filter(([, door]) => flatHas(e, door));
    const around = doors.filter(([, door]) => door !== e && flatHas(door, e));
    if (inside.length === 1) found.add(inside[0][0]);
    for (const [uid] of inside.length ? [] : around.slice(0, 1)) found.add(uid);
  }
  return Array.from(found);
};
