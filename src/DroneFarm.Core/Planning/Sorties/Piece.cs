using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>A swath, or a part of a long one: a sortie may end after any piece.</summary>
/// <param name="Swath">Its number in the route, from 0.</param>
/// <param name="FromM">Along the swath; 0 at its start.</param>
/// <param name="AlongS">Its own seconds when the swath is flown on into the next piece.</param>
/// <param name="EndS">What is added where a sortie or the swath ends with it: stopping and starting.</param>
/// <param name="JoinS">Seconds from its end to the next piece's start; 0 inside a swath.</param>
/// <param name="JoinItems">Mission items of that way.</param>
internal readonly record struct Piece(
    int Swath, double FromM, double ToM, LocalPoint From, LocalPoint To, double AlongS, double EndS, double Litres, double JoinS, int JoinItems);
